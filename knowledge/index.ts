/** The pathway: what clinicians read, change and sign. */
export { hemifacialSpasm } from './hemifacial-spasm.ts'
export { triage } from './triage.ts'
