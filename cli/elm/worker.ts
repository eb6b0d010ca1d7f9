import { parentPort, workerData } from 'node:worker_threads'
import { translateToElm } from './translate.ts'

parentPort?.postMessage(translateToElm(workerData))
