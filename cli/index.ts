export type { Desk } from './desk/desk.ts'
export { main } from './main.ts'
