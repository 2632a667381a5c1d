// A function that a cloud runs for each request: its event holds the headers and the body.
export const handler = async (event: any) => {
  console.log('event', event) // expect: sensitive-data-in-log
  console.log('path', event.rawPath)
  const body = JSON.parse(event.body)
  console.log('placing', body.customer)
  return { statusCode: 200, body: '{}' }
}

// Any other event is what its sender put into it.
export const onPlaced = (event: { orderId: string }) => {
  console.log('placed', event)
}
