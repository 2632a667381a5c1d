import axios from 'axios'

export default {
  methods: {
    loadSeats() {
      return new Promise((resolve) => {
        Promise.all([axios.get('/seats'), axios.get('/rows')]).then(([seats]) => {
          resolve(seats)
        })
      })
    },
  },
}
