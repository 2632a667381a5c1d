module.exports = (sequelize, DataTypes) => {
  const Order = sequelize.define('Order', { total: DataTypes.INTEGER, status: DataTypes.STRING, customerId: DataTypes.INTEGER })
  return Order
}
