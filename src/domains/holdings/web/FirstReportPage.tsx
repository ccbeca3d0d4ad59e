import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { LinkButton } from '../../../ui/LinkButton.tsx';
import { Loaded } from '../../../ui/Loaded.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { PageTitle } from '../../../ui/PageTitle.tsx';
import { useMay } from '../../../ui/session.ts';
import { CaseSections } from './CaseSections.tsx';
import { CheckForm } from './CheckForm.tsx';
import { holdingsApi } from './holdings-api.ts';
import { MyChecks } from './MyChecks.tsx';
import { MyHoldings } from './MyHoldings.tsx';
import { OfferList } from './OfferList.tsx';
import { OpenQuestions } from './OpenQuestions.tsx';

/** 首报首谈: is anybody in talks with this investor, what does my unit hold, and, for the commerce bureau, what is to be decided. */
export function FirstReportPage() {
  const query = useQuery(holdingsApi.state.queryOptions());
  const [told, setTold] = useState<string>();
  const terms = query.data?.terms;
  const mayHandOver = useMay('holdings:hand-over');
  return (
    <>
      <PageTitle
        title="首报首谈"
        actions={mayHandOver ? <LinkButton to="/lead-officers">交接经办人</LinkButton> : null}
        summary={terms ? <>计划总投资 <b className="num">{terms.minimum}</b> 以上，有一次{terms.contacts.join('、')}的单位优先洽谈；<b className="num">{terms.days}</b> 天没有进展的由{query.data!.office}核实</> : '先核对有没有单位在谈，再登记线索'}
      />
      {told === undefined ? null : <Notice tone="done">{told}</Notice>}
      <Loaded query={query}>
        {(state) =>
          state.on ? (
            <>
              <OfferList offers={state.offers} onTold={setTold} />
              <CheckForm office={state.office} onTold={setTold} />
              {state.mayDecide ? <CaseSections units={state.units} onTold={setTold} /> : null}
              {state.mayDecide && state.holdings.length === 0 ? null : <MyHoldings holdings={state.holdings} units={state.units} days={state.terms?.days ?? 0} onTold={setTold} />}
              <MyChecks checks={state.checks} office={state.office} onTold={setTold} />
            </>
          ) : (
            <OpenQuestions state={state} />
          )
        }
      </Loaded>
    </>
  );
}
