import { rememberSeat } from './seats-api'

/** Only components import it: what it drops ends no process of ours. */
export function seatChanged(id: string): void {
  rememberSeat(id)
}
