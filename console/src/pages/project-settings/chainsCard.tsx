import { chainFault } from '@common/rules/reviewChain';
import { codesOf, PROJECT_LEVELS, type ProjectLevel, REVIEW_STEPS, type ReviewStep } from '@common/terms';
import { Button, Dropdown } from 'antd';
import { Icon } from '../../components/icon';
import { type Settings, STEP_NAMES, withStep } from './settings';

type Chains = Settings['reviewChains'];
interface Props {
  chains: Chains;
  /** Those that this authority sets; the others are shown as they stand. */
  levels: readonly ProjectLevel[];
  isReadOnly: boolean;
  onChange: (chains: Chains) => void;
}

/** 审核流程: who reviews the projects of each level, as a line. */
export function ChainsCard({ chains, levels, isReadOnly, onChange }: Props) {
  return (
    <section className="card">
      <div className="card__head">
        <h2>审核流程</h2>
        <span className="faint">按顺序逐级审核，最后一级审核通过后由该级公布</span>
      </div>
      <ul className="chains">
        {codesOf(PROJECT_LEVELS).map((level) => (
          <Chain
            key={level}
            level={level}
            chain={chains[level]}
            isFixed={isReadOnly || !levels.includes(level)}
            isAbove={!levels.includes(level)}
            onChange={(chain) => onChange({ ...chains, [level]: chain })}
          />
        ))}
      </ul>
    </section>
  );
}

interface ChainProps {
  level: ProjectLevel;
  chain: readonly string[];
  isFixed: boolean;
  /** Set by an authority above. */
  isAbove: boolean;
  onChange: (chain: string[]) => void;
}

function Chain({ level, chain, isFixed, isAbove, onChange }: ChainProps) {
  const left = codesOf(REVIEW_STEPS).filter((step) => !chain.includes(step));
  const fault = isFixed ? null : chainFault(chain, level);
  return (
    <li className="chains__line" aria-label={`${PROJECT_LEVELS[level]}项目的审核流程`}>
      <b>{PROJECT_LEVELS[level]}项目</b>
      <div>
        <ol className="chain">
          {chain.map((step) => (
            <li key={step}>
              <span className="chain__step">
                {STEP_NAMES[step as ReviewStep]}
                {!isFixed && (
                  <button
                    type="button"
                    aria-label={`去掉${STEP_NAMES[step as ReviewStep]}`}
                    onClick={() => onChange(chain.filter((one) => one !== step))}
                  >
                    <Icon name="close" size={13} />
                  </button>
                )}
              </span>
            </li>
          ))}
          {!isFixed && left.length > 0 && (
            <li className="chain__add">
              <Dropdown
                trigger={['click']}
                menu={{
                  items: left.map((step) => ({ key: step, label: STEP_NAMES[step] })),
                  onClick: ({ key }) => onChange(withStep(chain, key)),
                }}
              >
                <Button size="small" icon={<Icon name="add" size={14} />}>
                  添加步骤
                </Button>
              </Dropdown>
            </li>
          )}
        </ol>
        {fault && (
          <p className="chains__fault" role="alert">
            {fault}
          </p>
        )}
      </div>
      {isAbove && <span className="faint">由上级部门设置</span>}
    </li>
  );
}
