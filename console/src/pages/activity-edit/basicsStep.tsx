import { CREDIT_CLASSES, PROJECT_LEVELS, PROJECT_NATURES } from '@common/terms';
import { Form, Input, InputNumber } from 'antd';
import { showCredits, showHours } from '../../format';
import { PlaceField } from './placeField';
import type { ActivityDraft } from './useActivityDraft';

/** 1 基本信息: what the project says, then 会场, 联系人 and 举办前登记. */
export function BasicsStep({ draft, view, change }: Pick<ActivityDraft, 'draft' | 'view' | 'change'>) {
  const { registration } = draft;
  const register = (some: Partial<typeof registration>) =>
    change({ registration: { ...registration, ...some } });
  const facts = [
    ['项目编号', view.projectNumber],
    ['期数', `第${view.term}期`],
    ['项目级别', `${PROJECT_LEVELS[view.level]}，${PROJECT_NATURES[view.nature]}`],
    ['二/三级学科', view.discipline],
    ['项目负责人', view.leader],
    [
      '学时与学分',
      `${showHours(view.projectMinutes)}，${CREDIT_CLASSES[view.creditClass]} ${showCredits(view.credits)}`,
    ],
  ];
  return (
    <Form layout="vertical" className="edit-form" component="div">
      <dl className="edit-facts">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <h3>会场</h3>
      <div className="two-fields">
        <Form.Item label="会场" required htmlFor="activity-venue">
          <Input
            id="activity-venue"
            value={draft.venue}
            maxLength={200}
            placeholder="例如：门诊楼六楼学术报告厅"
            onChange={({ target }) => change({ venue: target.value })}
          />
        </Form.Item>
        <Form.Item label="详细地址" htmlFor="activity-address">
          <Input
            id="activity-address"
            value={draft.address}
            maxLength={200}
            placeholder="例如：漯河市人民东路56号"
            onChange={({ target }) => change({ address: target.value })}
          />
        </Form.Item>
        <PlaceField value={draft.point} onChange={(point) => change({ point })} />
        <Form.Item label="人数上限" htmlFor="activity-capacity" help="不填表示不限人数；报满后转为候补">
          <InputNumber
            id="activity-capacity"
            value={draft.capacity || null}
            min={1}
            max={100_000}
            precision={0}
            suffix="人"
            placeholder="不限"
            onChange={(capacity) => change({ capacity: capacity ?? 0 })}
          />
        </Form.Item>
      </div>
      <h3>联系人</h3>
      <div className="two-fields">
        <Form.Item label="联系人" required htmlFor="activity-contact">
          <Input
            id="activity-contact"
            value={draft.contact}
            maxLength={40}
            onChange={({ target }) => change({ contact: target.value })}
          />
        </Form.Item>
        <Form.Item label="联系电话" required htmlFor="activity-phone" help="报名的学员可以看到">
          <Input
            id="activity-phone"
            value={draft.contactPhone}
            maxLength={20}
            placeholder="手机号或带区号的座机"
            onChange={({ target }) => change({ contactPhone: target.value })}
          />
        </Form.Item>
      </div>
      <h3>举办前登记</h3>
      <div className="two-fields">
        <Form.Item label="预计人数" required htmlFor="activity-persons">
          <InputNumber
            id="activity-persons"
            value={registration.expectedPersons || null}
            min={1}
            max={100_000}
            precision={0}
            suffix="人"
            onChange={(expectedPersons) => register({ expectedPersons: expectedPersons ?? 0 })}
          />
        </Form.Item>
        <Form.Item label="教学对象" required htmlFor="activity-audience">
          <Input
            id="activity-audience"
            value={registration.audience}
            maxLength={200}
            placeholder="例如：全市外科护理人员"
            onChange={({ target }) => register({ audience: target.value })}
          />
        </Form.Item>
      </div>
      <Form.Item label="备注" htmlFor="activity-remark">
        <Input.TextArea
          id="activity-remark"
          value={registration.remark}
          rows={3}
          maxLength={1000}
          showCount
          onChange={({ target }) => register({ remark: target.value })}
        />
      </Form.Item>
    </Form>
  );
}
