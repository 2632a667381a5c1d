export async function runInit(_: { yes?: boolean }): Promise<0> { return 0 }
