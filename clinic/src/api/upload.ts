import type { AboutClip, PatientView } from '@facialis/wire'
import type { PathOf } from '@facialis/wire/api/index.ts'
import { filled } from './client.ts'
import { type Outcome, refusalIn, refused, requestHeaders, retryAfterSignIn } from './request.ts'
import { identifyRequest } from './request-identity.ts'
import type { Requester } from './session.ts'
import { words } from './words.ts'

const path = '/api/patients/:id/attachments' satisfies PathOf<'POST'>
const offline = refused('offline', words.offline, 0)

type Uploading = Readonly<{
  patientId: string
  file: File
  about: AboutClip
  /** Repeats of the same file carry the same key, so that a retry is never a second file. */
  idempotencyKey: string
  /** From 0 to 1. */
  onProgress: (part: number) => void
  signal: AbortSignal
}>

/** Sends one file as its bytes. `fetch` cannot say how far it has come; this can. Taken back, it answers `offline`. */
export const upload = (sent: Uploading): Promise<Outcome<PatientView>> =>
  retryAfterSignIn((from) => sendFile(sent, from))

function sendFile(
  { patientId, file, about, idempotencyKey, onProgress, signal }: Uploading,
  from: Requester,
): Promise<Outcome<PatientView>> {
  // Taken back while a sign-in was waited for.
  if (signal.aborted) return Promise.resolve(offline)
  const who = identifyRequest(from)
  const request = new XMLHttpRequest()
  const { promise, resolve } = Promise.withResolvers<Outcome<PatientView>>()
  const failed = () => {
    who.lost()
    resolve(offline)
  }
  request.upload.onprogress = ({ loaded, total, lengthComputable }) => {
    if (lengthComputable) onProgress(loaded / total)
  }
  request.onload = () => {
    who.answered(request.getResponseHeader('X-Facialis-Session'))
    const body = readJson(request.responseText)
    if (request.status >= 200 && request.status < 300) resolve({ ok: true, value: body as PatientView })
    else resolve(refusalIn(body, request.status))
  }
  request.onerror = failed
  request.onabort = failed
  request.open('POST', filled(path, { params: { id: patientId } }))
  const headers = {
    ...requestHeaders('POST', { idempotencyKey }),
    ...who.headers,
    'Content-Type': 'application/octet-stream',
    'X-Facialis-About': JSON.stringify(about),
  }
  for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value)
  signal.addEventListener('abort', () => request.abort(), { once: true })
  request.send(file)
  return promise
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return null
  }
}
