exports.onError = (error, req, res, next) => {
  console.error(error)
  res.status(500).json({ error: 'internal error' })
}
