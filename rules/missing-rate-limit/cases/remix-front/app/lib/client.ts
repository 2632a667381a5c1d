/** Made elsewhere, by whoever runs the service. */
export declare const client: { login(credentials: { email: string; password: string }): Promise<{ ok: boolean }> }
