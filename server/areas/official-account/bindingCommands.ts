import { maskName } from '@common/rules/personName';
import type { Platform } from '../../platform';
import { createSlidingWindow } from '../../platform/slidingWindow';
import type { BoundLearner } from '../bindings/service';
import { bindingText } from './bindingText';
import type { KeptAnswers } from './keptAnswers';
import { bindingWords } from './notTyped';
import type { OfficialAccountPorts } from './ports';

/** Different codes that one sender may try: a code has 40 bits, and lives ten minutes. */
const TRIES = { most: 5, ms: 3_600_000 };

export interface BindingCommands {
  /** 绑定 without a code: to whom, or how. */
  bind(learner: BoundLearner | null): Promise<string>;
  bindByCode(openid: string, code: string): Promise<string>;
  /** 解绑: asks first. */
  release(learner: BoundLearner | null): string;
  releaseConfirmed(openid: string): Promise<string>;
}

/** 绑定 and 解绑 by message. */
export function createBindingCommands(
  platform: Pick<Platform, 'redis' | 'clock' | 'random' | 'cipher'>,
  ports: OfficialAccountPorts,
  kept: KeptAnswers,
): BindingCommands {
  const tries = createSlidingWindow(platform, `bind:${ports.account}`, TRIES);
  return {
    async bind(learner) {
      return learner
        ? bindingText.boundTo(maskName(learner.name), await ports.unitName(learner.learnerId))
        : bindingText.how(ports.links);
    },
    async bindByCode(openid, code) {
      const waitMs = await tries.take(openid, code);
      if (waitMs > 0) {
        return bindingText.tooMany(waitMs);
      }
      const redeemed = await ports.redeemScene(openid, code);
      return redeemed.kind === 'unknown' ? bindingText.wrongCode(ports.links) : bindingWords(redeemed);
    },
    release: (learner) =>
      learner ? bindingText.askRelease(maskName(learner.name)) : bindingText.notBound(ports.links),
    async releaseConfirmed(openid) {
      const isReleased = await ports.release(openid);
      // What was on its way to him must not be read on here.
      await kept.forget(openid);
      return isReleased ? bindingText.released() : bindingText.notBound(ports.links);
    },
  };
}
