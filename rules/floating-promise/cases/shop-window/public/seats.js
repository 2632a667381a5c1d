angular.module('seats').controller('SeatList', function ($scope, Seats) {
  Seats.load().then(function (seats) {
    $scope.seats = seats
  })
})
