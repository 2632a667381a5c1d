declare const chrome: { alarms: { onAlarm: { addListener(listener: (alarm: { name: string }) => void): void } }; storage: { local: { get(key: string): Promise<unknown> } } }

async function refresh(): Promise<void> {
  await chrome.storage.local.get('cart')
}

// In the browser of the customer, nobody's service stands still.
chrome.alarms.onAlarm.addListener(() => {
  refresh()
})
