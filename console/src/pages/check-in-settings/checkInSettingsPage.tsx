import type { OutputOf } from '@common/contract/endpoint';
import type { Contract } from '@common/contract/index';
import { checkInRulesFault } from '@common/rules/checkInRules';
import { ownRules } from '@common/rules/ownRules';
import { App, Skeleton } from 'antd';
import { useState } from 'react';
import { client, useMe } from '../../api/session';
import { Loaded } from '../../components/loaded';
import { PageHeader } from '../../components/pageHeader';
import { SettingsActions } from '../../components/settingsActions';
import { useAction } from '../../hooks/useAction';
import { useLoad } from '../../hooks/useLoad';
import { usePermission } from '../../hooks/usePermission';
import { levelOfAuthority } from '../windows/levelOfAuthority';
import { RuleList } from './ruleList';
import { experienceOf } from './ruleWords';
import { WaysCard } from './waysCard';
import './checkInSettings.css';

type Settings = OutputOf<Contract['checkInRules']['checkInRules']>;

/** 考勤设置: how check-ins are taken in the authority's region. */
export default function CheckInSettingsPage() {
  const load = useLoad(() => client.checkInRules.checkInRules({}), []);
  return (
    <Loaded load={load} skeleton={<Skeleton active className="card pad" paragraph={{ rows: 12 }} />}>
      {(stored) => <SettingsForm stored={stored} />}
    </Loaded>
  );
}

function SettingsForm({ stored }: { stored: Settings }) {
  const me = useMe();
  const { message } = App.useApp();
  const isReadOnly = usePermission('manageAccount') !== null;
  const [kept, setKept] = useState(stored.rules);
  const [rules, setRules] = useState(stored.rules);
  const isChanged = Object.keys(ownRules(rules, kept)).length > 0;
  const fault = checkInRulesFault(rules);
  const isNation = levelOfAuthority(me.authority?.code ?? '') === 'nation';

  const save = useAction(async () => {
    const saved = await client.checkInRules.setCheckInRules(rules);
    setKept(saved.rules);
    setRules(saved.rules);
    message.success('设置已保存，正在打开的签到大屏随后更新');
  });
  return (
    <>
      <PageHeader
        title="考勤设置"
        note="本辖区的活动怎样签到；下级没有另行设置的随之改变，已有的考勤记录不变。"
        extra={
          <SettingsActions
            permission="manageAccount"
            isChanged={isChanged}
            isFaulty={fault !== null}
            busy={save.busy}
            onDrop={() => setRules(kept)}
            onSave={() => save.run()}
          />
        }
      />
      <div className="check-in-settings">
        <div>
          <WaysCard rules={rules} isReadOnly={isReadOnly} onChoose={setRules} />
          <RuleList
            rules={rules}
            above={stored.above}
            aboveName={isNation ? '系统默认' : '上级'}
            isReadOnly={isReadOnly}
            fault={fault}
            onChange={(some) => setRules((before) => ({ ...before, ...some }))}
          />
        </div>
        <section className="card check-in-preview" aria-label="学员将怎样签到">
          <div className="card__head">
            <h2>学员将怎样签到</h2>
          </div>
          <ul>
            {experienceOf(rules).map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </section>
      </div>
    </>
  );
}
