/* debug: lines for developers, switched on by an environment variable. */

declare module 'debug' {
  const debug: debug.Debug
  namespace debug {
    interface Debug {
      (namespace: string): Debugger
      enable(namespaces: string): void
      disable(): string
      enabled(namespaces: string): boolean
    }
    interface Debugger {
      /** @effect log debug */
      (formatter: any, ...values: any[]): void
      enabled: boolean
      namespace: string
      extend(namespace: string, delimiter?: string): Debugger
    }
  }
  export = debug
}
