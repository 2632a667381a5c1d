'use client'
import { takeSeat } from './actions'

// What a page in a browser forgets ends no server.
export function SeatButton({ seatId }: { seatId: number }) {
  const take = () => {
    takeSeat(seatId)
  }
  return take
}
