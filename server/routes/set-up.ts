import { fields } from '@facialis/wire'
import * as z from 'zod/mini'
import { answer, route } from '../http/route.ts'
import { accountOf, professions } from '../identity/account.ts'
import { startSession } from '../identity/sessions.ts'
import { setUp } from '../identity/set-up.ts'
import { meOf } from './me.ts'
import { text } from './shapes.ts'

const setup = z.strictObject({
  token: z.string().check(z.maxLength(200)),
  clinic: text(fields.clinic),
  name: text(fields.name),
  login: text(fields.login),
  password: z.string().check(z.maxLength(1000)),
  start: z.enum(['demo', 'empty']),
  phone: z.optional(text(fields.phone)),
  profession: z.optional(z.enum(professions)),
})

export const setUpRoutes = [
  route(
    'POST',
    '/api/setup',
    { may: 'anyone', audit: 'set-up', takes: setup, perMinute: 20 },
    async ({ clinic, body, cookies }) => {
      const made = await setUp(clinic, body)
      if (!made.ok) return made
      if (body.start === 'demo') await (await import('../demo/seed.ts')).seedDemo(clinic)
      cookies.start(await startSession(clinic, made.value))
      const account = await clinic.record.accounts.byId(made.value)
      return answer(await meOf(clinic, account && accountOf(account)), 201)
    },
  ),
]
