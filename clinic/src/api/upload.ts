import type { AboutClip, PatientView } from '@facialis/wire'
import type { PathOf } from '@facialis/wire/api/index.ts'
import { inSession, type Outcome, refusalIn, refused } from './ask.ts'
import { filled } from './client.ts'
import { askedBy } from './presence.ts'
import { type Asking, inTheNameOf } from './session.ts'
import { words } from './words.ts'

const path = '/api/patients/:id/attachments' satisfies PathOf<'POST'>

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
export const upload = (sent: Uploading): Promise<Outcome<PatientView>> => inSession((from) => sendFile(sent, from))

function sendFile(
  { patientId, file, about, idempotencyKey, onProgress, signal }: Uploading,
  from: Asking,
): Promise<Outcome<PatientView>> {
  const request = new XMLHttpRequest()
  const { promise, resolve } = Promise.withResolvers<Outcome<PatientView>>()
  const failed = () => resolve(refused('offline', words.offline, 0))
  request.upload.onprogress = ({ loaded, total, lengthComputable }) => {
    if (lengthComputable) onProgress(loaded / total)
  }
  request.onload = () => {
    const body = readJson(request.responseText)
    if (request.status >= 200 && request.status < 300) resolve({ ok: true, value: body as PatientView })
    else resolve(refusalIn(body, request.status))
  }
  request.onerror = failed
  request.onabort = failed
  request.open('POST', filled(path, { params: { id: patientId } }))
  const headers = {
    Accept: 'application/json',
    'Content-Type': 'application/octet-stream',
    'X-Facialis': '1',
    ...inTheNameOf(from),
    'X-Facialis-By': askedBy(),
    'X-Facialis-About': JSON.stringify(about),
    'Idempotency-Key': idempotencyKey,
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
