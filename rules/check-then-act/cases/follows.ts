import express from 'express'
import { Column, DataSource, Entity, PrimaryGeneratedColumn } from 'typeorm'

@Entity('follows')
export class FollowsEntity {
  @PrimaryGeneratedColumn() id!: number
  @Column() followerId!: number
  @Column() followedId!: number
}

@Entity('follow_requests')
export class FollowRequest {
  @PrimaryGeneratedColumn() id!: number
  @Column() followerId!: number
  @Column() followedId!: number
  @Column() message!: string
}

@Entity('enrolments')
export class Enrolment {
  @PrimaryGeneratedColumn() id!: number
  @Column() studentId!: number
  @Column() courseId!: number
}

const database = new DataSource({ type: 'postgres', entities: [FollowsEntity, FollowRequest, Enrolment] })
const follows = database.getRepository(FollowsEntity)
const requests = database.getRepository(FollowRequest)
const enrolments = database.getRepository(Enrolment)
const app = express()

// Who follows twice follows.
app.post('/follow/:follower/:followed', async (req, res) => {
  const [followerId, followedId] = [Number(req.params.follower), Number(req.params.followed)]
  const known = await follows.findOneBy({ followerId, followedId }) // expect-low: check-then-act
  if (!known) await follows.save({ followerId, followedId })
  res.sendStatus(204)
})

// Each of these says something.
app.post('/ask/:follower/:followed', async (req, res) => {
  const [followerId, followedId] = [Number(req.params.follower), Number(req.params.followed)]
  const known = await requests.findOneBy({ followerId, followedId }) // expect: check-then-act
  if (!known) await requests.save({ followerId, followedId, message: req.body.message })
  res.sendStatus(204)
})

app.post('/enrol/:student/:course', async (req, res) => {
  const [studentId, courseId] = [Number(req.params.student), Number(req.params.course)]
  const known = await enrolments.findOneBy({ studentId, courseId }) // expect: check-then-act
  if (!known) await enrolments.save({ studentId, courseId })
  res.sendStatus(204)
})

app.listen(3000)
