const { EventEmitter } = require('node:events')
const { SeatEvents, LooseEvents } = require('./events')

const builtIn = new SeatEvents()

/** Plugins are given one object with all there is. */
module.exports = async function start(plugins, options = {}) {
  const context = { seatEvents: options.seatEvents || builtIn, looseEvents: new LooseEvents(), plainEvents: new EventEmitter() }
  for (const plugin of plugins) await plugin.start(context)
}
