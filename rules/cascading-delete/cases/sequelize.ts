import { DataTypes, Model, Sequelize } from 'sequelize'

const sequelize = new Sequelize('postgres://localhost/shop')

export class User extends Model {}
User.init({ email: DataTypes.STRING }, { sequelize })

export class Order extends Model {}
Order.init({ total: DataTypes.INTEGER }, { sequelize })

export class Team extends Model {}
Team.init({ name: DataTypes.STRING }, { sequelize, paranoid: true })

export class Task extends Model {}
Task.init({ title: DataTypes.STRING }, { sequelize })

User.hasMany(Order, { foreignKey: 'userId', onDelete: 'CASCADE', hooks: true }) // expect: cascading-delete
Order.belongsTo(User)

// `destroy` marks the rows of a paranoid model.
Team.hasMany(Task, { onDelete: 'CASCADE' }) // expect-low: cascading-delete

User.belongsToMany(Team, { through: 'user_teams', onDelete: 'CASCADE' })
Team.hasMany(Order, { onDelete: 'SET NULL' })

export async function close(id: number) {
  await User.destroy({ where: { id } })
  await Team.destroy({ where: { id } })
}
