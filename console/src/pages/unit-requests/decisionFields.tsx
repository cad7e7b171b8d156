import type { UnitRequestRow } from '@common/contract/regionsUnits';
import { Alert, Input, Radio, Tag } from 'antd';
import { UnitSelect } from '../../components/unitSelect';
import type { Decision } from './decision';

interface Props {
  decision: Decision;
  change: (some: Partial<Decision>) => void;
  /** What the server said of the last try. */
  failure: string | null;
}

const REASONS = ['请填写单位全称', '该单位不在本辖区', '不是医疗卫生单位'];

/** The name under which the unit is added; the learner's may want a correction. */
export function AddFields({ decision, change, failure, request }: Props & { request: UnitRequestRow }) {
  return (
    <>
      {failure && <Alert type="error" showIcon title={failure} />}
      {request.similar.length > 0 && (
        <Alert
          type="warning"
          showIcon
          title={`本区县已有名称相近的单位：${request.similar.map((unit) => unit.name).join('、')}。请先核对是否同一单位。`}
        />
      )}
      <label htmlFor="request-name">
        单位全称
        <Input
          id="request-name"
          value={decision.name}
          maxLength={60}
          onChange={({ target }) => change({ name: target.value })}
        />
      </label>
      <p className="faint">可以更正为规范的全称。新增后在“单位”里为它开通账号。</p>
    </>
  );
}

/** One of those that come near, or any other of the region. */
export function ExistingFields({
  decision,
  change,
  failure,
  request,
  root,
}: Props & { request: UnitRequestRow; root: string }) {
  const isNear = request.similar.some(({ id }) => id === decision.unitId);
  return (
    <>
      {failure && <Alert type="error" showIcon title={failure} />}
      {request.similar.length > 0 && (
        <Radio.Group
          className="decision__similar"
          value={isNear ? decision.unitId : null}
          onChange={({ target }) => change({ unitId: target.value })}
          options={request.similar.map(({ id, name, matchedName, regionName }) => ({
            value: id,
            label: (
              <>
                {name}
                {matchedName && <span className="soft">（{matchedName}）</span>}
                <span className="faint">　{regionName}</span>
              </>
            ),
          }))}
        />
      )}
      <label htmlFor="request-unit">
        {request.similar.length > 0 ? '都不是，查找其他单位' : '查找已有单位'}
        <UnitSelect
          id="request-unit"
          region={root}
          value={isNear ? null : decision.unitId}
          onChange={(unit) => change({ unitId: unit?.id ?? null })}
        />
      </label>
      <p className="faint">学员申请的名称如果是该单位的别名，可在“单位”里补充，以后就能直接找到。</p>
    </>
  );
}

/** Why not: the learner reads it and can ask again. */
export function RefuseFields({ decision, change, failure }: Props) {
  return (
    <>
      {failure && <Alert type="error" showIcon title={failure} />}
      <div className="chips">
        {REASONS.map((word) => (
          <Tag.CheckableTag
            key={word}
            checked={decision.reason === word}
            onChange={(isOn) => change({ reason: isOn ? word : '' })}
          >
            {word}
          </Tag.CheckableTag>
        ))}
      </div>
      <label htmlFor="request-reason">
        原因
        <Input.TextArea
          id="request-reason"
          rows={3}
          maxLength={200}
          value={decision.reason}
          placeholder="学员会看到这个原因，并可重新选择单位或再次申请"
          onChange={({ target }) => change({ reason: target.value })}
        />
      </label>
    </>
  );
}
