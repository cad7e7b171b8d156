import type { OutputOf } from '@common/contract/endpoint';
import type { Contract } from '@common/contract/index';
import { ownRules } from '@common/rules/ownRules';
import { App, Button, Skeleton } from 'antd';
import { useState } from 'react';
import { client, useMe } from '../../api/session';
import { Loaded } from '../../components/loaded';
import { PageHeader } from '../../components/pageHeader';
import { SettingsActions } from '../../components/settingsActions';
import { useAction } from '../../hooks/useAction';
import { useLoad } from '../../hooks/useLoad';
import { usePermission } from '../../hooks/usePermission';
import { levelOfAuthority } from '../windows/levelOfAuthority';
import { RULE_LINES } from './ruleLines';
import './creditSettings.css';

type Settings = OutputOf<Contract['creditRules']['creditRules']>;

/** 授分设置: how credits are granted and reviewed in the authority's region. */
export default function CreditSettingsPage() {
  const load = useLoad(() => client.creditRules.creditRules({}), []);
  return (
    <Loaded load={load} skeleton={<Skeleton active className="card pad" paragraph={{ rows: 10 }} />}>
      {(stored) => <SettingsForm stored={stored} />}
    </Loaded>
  );
}

function SettingsForm({ stored: { rules: stored, above } }: { stored: Settings }) {
  const me = useMe();
  const { message } = App.useApp();
  const isReadOnly = usePermission('manageAccount') !== null;
  const [kept, setKept] = useState(stored);
  const [rules, setRules] = useState(stored);
  const isChanged = Object.keys(ownRules(rules, kept)).length > 0;
  const aboveName = levelOfAuthority(me.authority?.code ?? '') === 'nation' ? '系统默认' : '上级';

  const save = useAction(async () => {
    const saved = await client.creditRules.setCreditRules(rules);
    setKept(saved.rules);
    setRules(saved.rules);
    message.success('授分设置已保存');
  });
  return (
    <>
      <PageHeader
        title="授分设置"
        note="本辖区怎样授分和审核；下级没有另行设置的随之改变，已经授予的学分不变。"
        extra={
          <SettingsActions
            permission="manageAccount"
            isChanged={isChanged}
            isFaulty={false}
            busy={save.busy}
            onDrop={() => setRules(kept)}
            onSave={() => save.run()}
          />
        }
      />
      <section className="card">
        <div className="card__head">
          <h2>授分规则</h2>
          <span className="faint">
            与{aboveName}相同的，以后随{aboveName}改变；必须考试合格、必须评价在“考试与评价设置”中
          </span>
        </div>
        <ul className="credit-rules">
          {RULE_LINES.map(({ title, words, take, control }) => (
            <li key={title} aria-label={title}>
              <b>{title}</b>
              <div className="credit-rules__control">
                {control({
                  rules,
                  isReadOnly,
                  onChange: (some) => setRules((before) => ({ ...before, ...some })),
                })}
              </div>
              {words(rules) === words(above) ? (
                <span className="credit-rules__above faint">与{aboveName}相同</span>
              ) : (
                <span className="credit-rules__above">
                  {aboveName}：{words(above)}
                  {!isReadOnly && (
                    <Button
                      type="link"
                      size="small"
                      aria-label={`${title}恢复为${aboveName}`}
                      onClick={() => setRules((before) => ({ ...before, ...take(above, before) }))}
                    >
                      恢复
                    </Button>
                  )}
                </span>
              )}
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}
