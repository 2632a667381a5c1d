import { app } from 'electron'
import { showSeats } from './seats.js'

// Told of exceptions, and of no rejection.
process.on('uncaughtException', () => process.exit(1))

app.whenReady().then(() => showSeats('lobby')) // expect-low: floating-promise
