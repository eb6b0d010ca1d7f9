import { answer, route } from '../http/route.ts'
import { accountOf } from '../identity/account.ts'
import { setUp } from '../identity/set-up.ts'
import { meOf } from './me.ts'

export const setUpRoutes = [
  route('POST', '/api/setup', { may: 'anyone', audit: 'set-up', perMinute: 20 }, async ({ clinic, body, cookies }) => {
    const made = await setUp(clinic, body)
    if (!made.ok) return made
    if (body.start === 'demo') await (await import('../demo/seed.ts')).seedDemo(clinic)
    cookies.start(made.value.session)
    const account = await clinic.record.accounts.byId(made.value.accountId)
    return answer(await meOf(clinic, account && accountOf(account)))
  }),
]
