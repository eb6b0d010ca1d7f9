/** As much of WebAssembly as is used here; browsers and Node have it, the language's own types do not. */
type Memory = Readonly<{ buffer: ArrayBuffer; grow: (pages: number) => number }>
type WebAssembly = Readonly<{
  Memory: new (size: Readonly<{ initial: number; maximum?: number }>) => Memory
  Module: new (bytes: Uint8Array<ArrayBuffer>) => object
  Instance: new (module: object, imports: object) => Readonly<{ exports: Readonly<Record<string, unknown>> }>
}>

const webAssembly = (globalThis as unknown as Readonly<{ WebAssembly: WebAssembly }>).WebAssembly
export const pageBytes = 65_536

export const newMemory = (bytes: number): Memory => new webAssembly.Memory({ initial: Math.ceil(bytes / pageBytes) })

/** Runs a module over a memory of ours. */
export const exportsOf = (bytes: Uint8Array<ArrayBuffer>, memory: Memory): Readonly<Record<string, unknown>> =>
  new webAssembly.Instance(new webAssembly.Module(bytes), { cohort: { memory } }).exports

export type { Memory }
