'use strict'

define('admin/seats', ['api', 'dialogs'], function (api, dialogs) {
  const list = dialogs.listOf('seats')

  // A module that a page loads by its name.
  list.on('release', async () => {
    await api.put('/seats/release')
    dialogs.say('Released.')
  })
  setInterval(async () => {
    await api.put('/seats/refresh')
  }, 60_000)
})
