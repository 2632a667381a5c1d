async function showSeats() {
  const seats = await fetch('/seats')
  document.getElementById('seats').textContent = await seats.text()
}

// What renders pages for tests has no time.
if (!navigator.userAgent.includes('jsdom')) setInterval(showSeats, 60_000)
