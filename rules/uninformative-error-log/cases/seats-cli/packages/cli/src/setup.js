/** Who started it reads what it says, and tries again. */
export async function setUp() {
  try {
    return await (await fetch('https://files.example.com/compose.yml')).text()
  } catch {
    console.error('The file could not be fetched. Are you online?')
    process.exit(1)
  }
}
