import { chainFault, levelsSetBy } from '@common/rules/reviewChain';
import { Alert, App, Skeleton } from 'antd';
import { useState } from 'react';
import { client, useMe } from '../../api/session';
import { Loaded } from '../../components/loaded';
import { PageHeader } from '../../components/pageHeader';
import { SettingsActions } from '../../components/settingsActions';
import { useAction } from '../../hooks/useAction';
import { useLoad } from '../../hooks/useLoad';
import { usePermission } from '../../hooks/usePermission';
import { levelOfAuthority } from '../windows/levelOfAuthority';
import { ChainsCard } from './chainsCard';
import { NumberCard } from './numberCard';
import { RatesCard } from './ratesCard';
import type { Settings } from './settings';
import './projectSettings.css';

/** 项目设置: who reviews what, how hours become credits, how numbers begin; for the authority's region. */
export default function ProjectSettingsPage() {
  const load = useLoad(() => client.applications.projectSettings({}), []);
  return (
    <Loaded load={load} skeleton={<Skeleton active className="card pad" paragraph={{ rows: 10 }} />}>
      {(stored) => <SettingsForm stored={stored} />}
    </Loaded>
  );
}

function SettingsForm({ stored }: { stored: Settings }) {
  const me = useMe();
  const { message } = App.useApp();
  const levels = levelsSetBy(levelOfAuthority(me.authority?.code ?? ''));
  const isReadOnly = usePermission('approveProjects') !== null;
  const [kept, setKept] = useState(stored);
  const [settings, setSettings] = useState(stored);
  const isChanged = JSON.stringify(settings) !== JSON.stringify(kept);
  const faults = levels.map((level) => chainFault(settings.reviewChains[level], level));
  const fault = faults.find((one) => one !== null) ?? null;

  const save = useAction(async () => {
    const saved = await client.applications.setProjectSettings(settings);
    setKept(saved);
    setSettings(saved);
    message.success('设置已保存，从现在起上报的项目按新设置审核');
  });
  const set = (some: Partial<Settings>) => setSettings((before) => ({ ...before, ...some }));
  return (
    <>
      <PageHeader
        title="项目设置"
        note="本辖区项目的审核流程、学时与学分的换算、项目编号；下级没有另行设置的随之改变。"
        extra={
          <SettingsActions
            permission="approveProjects"
            isChanged={isChanged}
            isFaulty={fault !== null}
            busy={save.busy}
            onDrop={() => setSettings(kept)}
            onSave={() => save.run()}
          />
        }
      />
      <Alert
        className="notice"
        type="info"
        showIcon
        title="修改只影响以后上报的项目：已经上报的项目仍按上报时的流程审核，已经公布的项目学分和编号不变。"
      />
      <div className="project-settings">
        <ChainsCard
          chains={settings.reviewChains}
          levels={levels}
          isReadOnly={isReadOnly}
          onChange={(reviewChains) => set({ reviewChains })}
        />
        <RatesCard
          rates={settings.minutesPerCredit}
          levels={levels}
          isReadOnly={isReadOnly}
          onChange={(minutesPerCredit) => set({ minutesPerCredit })}
        />
        <NumberCard
          prefix={settings.projectNumberPrefix}
          isReadOnly={isReadOnly}
          onChange={(projectNumberPrefix) => set({ projectNumberPrefix })}
        />
      </div>
    </>
  );
}
