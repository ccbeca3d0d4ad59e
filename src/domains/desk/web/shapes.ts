import type { InferContractRouterOutputs } from '@orpc/contract';
import type { deskContract } from '../contract.ts';
import type { recordsContract } from '../../records/contract.ts';

type Desk = InferContractRouterOutputs<typeof deskContract>;
type Records = InferContractRouterOutputs<typeof recordsContract>;

/** What these pages are given, named. */
export type DeskList = Desk['list'];
export type DeskRow = DeskList['rows'][number];
export type Report = Desk['report'];
export type Paper = Desk['papers'][number];
export type Dossier = Records['dossier'];
export type Gate = NonNullable<Dossier['course']>['gates'][number];
export type Evidence = Dossier['evidence'][number];
export type BatchOutcome = Records['giveVerdicts'];

/** What is done to one or many at the desk. */
export type DeskAct = 'verify' | 'certify' | 'certify-upstream' | 'return' | 'not-count';
