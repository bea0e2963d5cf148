/** A stand-in for the WhatsApp Cloud API and for customers' phones. What other packages and tests may use; the rest is private. */
export { type ClockOptions, SandboxClock } from './clock.ts';
export type { Fault, FaultPlace, NewFault } from './faults.ts';
export { SANDBOX } from './fixed.ts';
export { type Habits, plainHabits, platformHabits } from './habits.ts';
export type { MediaKind, PhoneAct } from './phones/phone-act.ts';
export { type Sandbox, type SandboxOptions, startSandbox } from './sandbox.ts';
export { type ControlCode, type GraphCode, SandboxError, type SandboxErrorCode } from './sandbox-error.ts';
export { startTraffic, type TrafficSettings } from './start-traffic.ts';
export type { Traffic } from './traffic/traffic.ts';
export type { Business, BusinessNumber, MessagingTier } from './world/business.ts';
export type { Language, Person } from './world/person.ts';
export type { Template } from './world/template.ts';
