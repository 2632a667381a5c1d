// Whoever comes next is told what fails.
module.exports = (run) => (req, res, next) => Promise.resolve(run(req, res, next)).catch(next)
