/** Exit codes of the program. */
export const EXIT = { ok: 0, findings: 1, error: 2 } as const
export type ExitCode = (typeof EXIT)[keyof typeof EXIT]
