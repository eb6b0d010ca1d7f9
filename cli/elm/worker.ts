import { parentPort, workerData } from 'node:worker_threads'
import { translated } from './translate.ts'

parentPort?.postMessage(translated(workerData))
