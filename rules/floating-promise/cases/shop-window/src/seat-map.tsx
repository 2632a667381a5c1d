import { useEffect } from 'react'
import { seatChanged } from './store/keep-seat'

export function SeatMap({ seat }: { seat: string }) {
  useEffect(() => seatChanged(seat), [seat])
  return <p>{seat}</p>
}
