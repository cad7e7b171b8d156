import { chainFault, isChain, levelsSetBy } from '@common/rules/reviewChain';
import { codesOf, PROJECT_FORMS, PROJECT_LEVELS, type ProjectForm, type ProjectLevel } from '@common/terms';
import { appError } from '../../http/errors';
import type { Platform } from '../../platform';
import type { Services } from '../services';
import type { By } from './authorities';
import type { InheritedSettings } from './inheritance';
import { type AuthorityDoc, authorityModel, type RegionSettings } from './model';

type Chains = Record<ProjectLevel, string[]>;
type Rates = Record<ProjectLevel, Record<ProjectForm, number>>;

/** What is in force in an authority's region for its projects. */
export interface ProjectSettings {
  reviewChains: Chains;
  minutesPerCredit: Rates;
  /** Its own, or its region's code: it tells whose numbers they are, so nothing is inherited. */
  projectNumberPrefix: string;
  /** The levels that it may change; those above it are decided there. */
  settableLevels: ProjectLevel[];
}

export interface ProjectSettingsService {
  /** @throws AppError NOT_FOUND. */
  projectSettings(authorityId: string): Promise<ProjectSettings>;
  /**
   * Keeps what differs from the settings above, so that the rest goes on following them. What was handed in already keeps its chain
   * and rate. @throws AppError INVALID_INPUT at `reviewChains.city`, `minutesPerCredit.city.onSite`, `projectNumberPrefix`.
   */
  setProjectSettings(
    authorityId: string,
    given: Omit<ProjectSettings, 'settableLevels'>,
    by: By,
  ): Promise<ProjectSettings>;
}

const LEVELS = codesOf(PROJECT_LEVELS);
const FORMS = codesOf(PROJECT_FORMS);
/** A credit for a hundred hours is none any more. */
const MOST_MINUTES = 6000;

export function createProjectSettings({ mongo }: Platform, services: Services): ProjectSettingsService {
  const Authority = authorityModel(mongo);

  const present = (own: AuthorityDoc, { reviewChains, minutesPerCredit }: InheritedSettings) => ({
    reviewChains: Object.fromEntries(LEVELS.map((level) => [level, [...reviewChains[level]]])) as Chains,
    minutesPerCredit,
    projectNumberPrefix: own.settings.projectNumberPrefix || own.regionCode,
    settableLevels: [...levelsSetBy(own.level)],
  });

  async function projectSettings(authorityId: string): Promise<ProjectSettings> {
    const { own, inForce } = await services.regionsUnits.settingsOf(authorityId);
    return present(own, inForce);
  }

  return {
    projectSettings,
    async setProjectSettings(authorityId, given, by) {
      const { own, above } = await services.regionsUnits.settingsOf(authorityId);
      const settable = levelsSetBy(own.level);
      for (const level of LEVELS) {
        checkChain(level, given.reviewChains[level]);
        checkRates(level, given.minutesPerCredit[level]);
      }
      checkPrefix(given.projectNumberPrefix);
      const reviewChains: RegionSettings['reviewChains'] = {};
      const minutesPerCredit: RegionSettings['minutesPerCredit'] = {};
      for (const level of LEVELS) {
        const chain = given.reviewChains[level];
        const rates = given.minutesPerCredit[level];
        const hasOwnChain = chain.join() !== above.reviewChains[level].join();
        const ownForms = FORMS.filter((form) => rates[form] !== above.minutesPerCredit[level][form]);
        if (!settable.includes(level) && (hasOwnChain || ownForms.length > 0)) {
          throw appError('INVALID_INPUT', {
            message: `${PROJECT_LEVELS[level]}项目的审核流程和学分换算由上级行政部门设置`,
            field: `${hasOwnChain ? 'reviewChains' : 'minutesPerCredit'}.${level}`,
          });
        }
        if (hasOwnChain && isChain(chain, level)) {
          reviewChains[level] = [...chain];
        }
        if (ownForms.length > 0) {
          minutesPerCredit[level] = Object.fromEntries(ownForms.map((form) => [form, rates[form]]));
        }
      }
      const { projectNumberPrefix } = given;
      await Authority.updateOne(
        { _id: own._id },
        {
          $set: {
            'settings.reviewChains': reviewChains,
            'settings.minutesPerCredit': minutesPerCredit,
            'settings.projectNumberPrefix': projectNumberPrefix === own.regionCode ? '' : projectNumberPrefix,
          },
        },
      );
      await services.audit.append({
        ...by,
        action: 'authority.settings-changed',
        subject: `authority:${authorityId}`,
        reason: '项目设置',
      });
      return projectSettings(authorityId);
    },
  };
}

function checkChain(level: ProjectLevel, chain: readonly string[]): void {
  const message = chainFault(chain, level);
  if (message !== null) {
    throw appError('INVALID_INPUT', { message, field: `reviewChains.${level}` });
  }
}

function checkRates(level: ProjectLevel, rates: Record<ProjectForm, number>): void {
  const form = FORMS.find((each) => rates[each] < 1 || rates[each] > MOST_MINUTES);
  if (form) {
    throw appError('INVALID_INPUT', {
      message: `${PROJECT_LEVELS[level]}${PROJECT_FORMS[form]}：每1学分的学时须大于0，最多100学时`,
      field: `minutesPerCredit.${level}.${form}`,
    });
  }
}

function checkPrefix(prefix: string): void {
  if (!/^\d{0,6}$/.test(prefix)) {
    throw appError('INVALID_INPUT', {
      message: '项目编号前缀须为数字，最多6位',
      field: 'projectNumberPrefix',
    });
  }
}
