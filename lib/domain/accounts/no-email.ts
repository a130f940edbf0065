export { isNoEmail, noEmailOf, shownEmail } from '@/lib/base/schema/no-email'
