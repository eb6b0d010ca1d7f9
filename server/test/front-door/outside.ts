import type { Referral, ReferralAccepted, ReferralStatus } from '@facialis/wire'
import { adaSample, type House } from '../support.ts'

export const today = '2026-11-23'
export const pdf = { name: 'letter.pdf', mediaType: 'application/pdf', content: btoa('%PDF-1.7 demo letter') }

export const refer = (house: House, more: Partial<Referral> = {}) =>
  house.ask<ReferralAccepted>(null, 'POST', '/api/front-door/referrals', { ...adaSample, ...more })
export const statusOf = async (house: House, link: string) =>
  house.ask<ReferralStatus>(null, 'POST', '/api/front-door/status', { token: link.split('#')[1] })
