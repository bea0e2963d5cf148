// What the platform tells about a number of the business: quality, throughput, name and how many people a day it may write to first.
import type { JsonObject } from '../json.ts';
import { type Business, type BusinessNumber, perSecond } from '../world/business.ts';

const display = /^(\d)(\d{3})(\d{3})(\d{4})$/;
const tiers = { 250: 'TIER_250', 2000: 'TIER_2K', 10000: 'TIER_10K', 100000: 'TIER_100K', unlimited: 'TIER_UNLIMITED' };

/** @returns the fields of a number, or those of them that were asked for; the id always */
export function numberFields(business: Business, number: BusinessNumber, asked: string | undefined): JsonObject {
  const all: JsonObject = {
    id: number.id,
    verified_name: number.verifiedName,
    display_phone_number: number.phone.replace(display, '+$1 $2-$3-$4'),
    quality_rating: number.quality,
    code_verification_status: 'VERIFIED',
    name_status: 'APPROVED',
    platform_type: 'CLOUD_API',
    status: 'CONNECTED',
    is_on_biz_app: number.isCoexistence,
    throughput: { level: perSecond(business, number) >= 1000 ? 'HIGH' : 'STANDARD' },
    messaging_limit_tier: tiers[business.tier],
    whatsapp_business_manager_messaging_limit: tiers[business.tier],
  };
  if (asked === undefined) return all;
  const names = new Set(['id', ...asked.split(',').map((name) => name.trim())]);
  return Object.fromEntries(Object.entries(all).filter(([name]) => names.has(name)));
}
