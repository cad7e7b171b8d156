import type { FormQuestion, FormSetting } from '@common/contract/forms';
import { formSettingFault } from '@common/rules/forms';
import { FORM_KINDS, type FormKind } from '@common/terms';
import { appError } from '../../http/errors';
import type { Platform } from '../../platform';
import { isDuplicate } from '../../platform/mongo';
import type { By } from '../regions-units/authorities';
import type { Services } from '../services';
import { createLatest, isOwnForm, nearestForm } from './latest';
import { formModel } from './model';

export interface FormSettings {
  /** What an authority's region is asked, and as the one above has it. @throws AppError NOT_FOUND. */
  form(authorityId: string, kind: FormKind): Promise<FormSetting>;
  /**
   * Holds for activities that nobody has answered about yet.
   * @param version The one that was changed. @throws AppError INVALID_INPUT at the question, REVIEW_MOVED after another's change.
   */
  setForm(
    authorityId: string,
    given: { kind: FormKind; version: number; questions: FormQuestion[] },
    by: By,
  ): Promise<FormSetting>;
  /** From now on as the authority above has it. @throws AppError REVIEW_MOVED where somebody changes it at this moment. */
  followAbove(authorityId: string, kind: FormKind, by: By): Promise<FormSetting>;
}

export function createSettings(platform: Platform, services: Services): FormSettings {
  const Form = formModel(platform.mongo);
  const latest = createLatest(platform);

  async function form(authorityId: string, kind: FormKind): Promise<FormSetting> {
    const { own } = await services.regionsUnits.settingsOf(authorityId);
    const forms = await latest(kind, await services.regionsUnits.authoritiesOver(own.regionCode));
    const [last = null] = forms;
    const isOwn = isOwnForm(last);
    return {
      kind,
      questions: [...nearestForm(kind, forms)],
      isOwn,
      above: [...nearestForm(kind, forms.slice(1))],
      version: last?.version ?? 0,
      publishedAt: isOwn ? last.publishedAt.toISOString() : null,
    };
  }

  /** One version after the one that was read: of two at once the second is refused. */
  async function write(
    authorityId: string,
    given: { kind: FormKind; version: number; questions: FormQuestion[] },
    { by, how }: { by: By; how: string },
  ): Promise<FormSetting> {
    const { kind, version, questions } = given;
    const publishedAt = new Date(platform.clock.now());
    await Form.create({ authorityId, kind, version: version + 1, questions, publishedAt }).catch((error) => {
      throw isDuplicate(error) ? appError('REVIEW_MOVED', { message: MOVED }) : error;
    });
    await services.audit.append({
      ...by,
      action: 'form.changed',
      subject: `authority:${authorityId}`,
      reason: `${FORM_KINDS[kind]}：${how}`,
    });
    return form(authorityId, kind);
  }

  return {
    form,
    async setForm(authorityId, given, by) {
      const fault = formSettingFault(given.questions);
      if (fault) {
        throw appError('INVALID_INPUT', fault);
      }
      const { version } = await form(authorityId, given.kind);
      if (version !== given.version) {
        throw appError('REVIEW_MOVED', { message: MOVED });
      }
      return write(authorityId, given, { by, how: `${given.questions.length}道题` });
    },
    async followAbove(authorityId, kind, by) {
      const now = await form(authorityId, kind);
      return now.isOwn
        ? write(authorityId, { kind, version: now.version, questions: [] }, { by, how: '使用上级的' })
        : now;
    },
  };
}

const MOVED = '问卷刚被其他管理员修改，请刷新后再修改';
