module.exports = (sequelize, DataTypes) => sequelize.define('Line', { seat: DataTypes.STRING, orderId: DataTypes.INTEGER })
