import { REVIEW_STEPS } from '@common/terms';
import { Alert, App, Button } from 'antd';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { client } from '../../api/session';
import { Guarded } from '../../components/guarded';
import { Icon } from '../../components/icon';
import { showHours, showRange } from '../../format';
import { useAction } from '../../hooks/useAction';
import { refreshCounts } from '../../layout/counts';
import { ACTIVITY_PAGES, pageOfField } from '../activity/activityPages';
import { stepAddress } from './editSteps';
import type { ActivityDraft } from './useActivityDraft';

interface Props {
  activity: ActivityDraft;
  /** Documents that are still on their way. */
  isUploading: boolean;
}

/** 5 核对并提交申请: what is missing, each leading to its place; what will be handed in; who reviews it. */
export function SubmitStep({ activity, isUploading }: Props) {
  const { draft, view, missing, saving, refresh } = activity;
  const { message } = App.useApp();
  const navigate = useNavigate();
  const [failure, setFailure] = useState<string | null>(null);
  const submit = useAction(
    async () => {
      setFailure(null);
      if (!(await saving.flush())) {
        setFailure('有内容还没有保存成功，请先保存再提交');
        return;
      }
      // The version after the last save, whichever save that was.
      const { version } = await client.activities.getActivity({ activityId: view.id });
      const { waitingFor } = await client.activities.submitActivity({ activityId: view.id, version });
      message.success(waitingFor ? `已提交申请，等待 ${waitingFor} 审核` : '已提交申请');
      void refreshCounts('unit');
      navigate(`/activities/${view.id}`);
    },
    (error) => {
      setFailure(error.message);
      void refresh().catch(() => undefined);
      return true;
    },
  );
  const steps =
    view.steps.length > 0
      ? view.steps.map(({ step, ownerName }) => `${REVIEW_STEPS[step]}（${ownerName}）`)
      : ['单位科教部门确认', '卫生健康行政部门审核'];
  const sum = draft.courses.reduce((total, { minutes }) => total + minutes, 0);
  const [first] = draft.periods;
  const last = draft.periods.at(-1);
  const facts = [
    ['会场', [draft.venue, draft.address].filter(Boolean).join('，')],
    ['课程', draft.courses.length > 0 ? `${draft.courses.length}门，合计${showHours(sum)}` : ''],
    [
      '举办周期',
      first && last ? `${draft.periods.length}个，${showRange({ from: first.from, to: last.to })}` : '',
    ],
    ['联系人', [draft.contact, draft.contactPhone].filter(Boolean).join('，')],
    ['资料', view.documents.map(({ name }) => name).join('、')],
  ];
  return (
    <div className="submit-step">
      {failure && <Alert type="error" showIcon title={failure} />}
      {missing.length > 0 ? (
        <section>
          <h3>还差{missing.length}项，填好后才能提交</h3>
          <ul className="submit-missing">
            {missing.map(({ field, message: words }) => {
              const page = pageOfField(field);
              return (
                <li key={`${field} ${words}`}>
                  <Link to={stepAddress(view.id, page)}>
                    <span className="pill">{ACTIVITY_PAGES.find(({ key }) => key === page)?.label}</span>
                    {words}
                    <Icon name="forward" size={14} />
                  </Link>
                </li>
              );
            })}
          </ul>
        </section>
      ) : (
        <Alert type="success" showIcon title="各项都已填好，核对无误后提交申请" />
      )}
      <section>
        <h3>核对内容</h3>
        <dl className="edit-facts edit-facts--wide">
          {facts.map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value || <span className="faint">未填写</span>}</dd>
            </div>
          ))}
        </dl>
      </section>
      <section>
        <h3>审批步骤</h3>
        <ol className="submit-chain">
          <li>提交申请</li>
          {steps.map((step) => (
            <li key={step}>{step}</li>
          ))}
          <li>审核通过，可以举办</li>
        </ol>
      </section>
      <Guarded permission="holdActivities">
        <Button
          type="primary"
          size="large"
          disabled={missing.length > 0 || isUploading}
          loading={submit.busy}
          onClick={() => submit.run()}
        >
          {isUploading ? '资料正在上传…' : '提交申请'}
        </Button>
      </Guarded>
      <p className="faint">提交后不能再修改；需要修改时可以撤回。审核通过后才能举办和签到。</p>
    </div>
  );
}
