module.exports = (sequelize, DataTypes) => sequelize.define('Customer', { email: DataTypes.STRING, credit: DataTypes.INTEGER })
