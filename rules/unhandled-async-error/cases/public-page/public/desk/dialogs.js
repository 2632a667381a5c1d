/** Of a page, by the global function that finds elements. */
export function sayFree(seats) {
  $('#seats').text(seats.length)
}
