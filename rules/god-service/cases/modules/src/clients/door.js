exports.open = async (room) => fetch(`https://doors.example.com/${room}`, { method: 'POST' })
