import type { Org } from '../../org.ts';
import type { DailyUsage } from '../daily-usage.ts';
import type { FaultList } from '../faults/fault-list.ts';
import { createIngestRunner, type IngestRunner } from './ingest-runner.ts';
import { type JobStore, openJobStore } from './job.ts';
import { createQueryRunner, type QueryRunner } from './query-runner.ts';

export interface BulkJobs {
  readonly jobs: JobStore;
  readonly runner: IngestRunner;
  readonly queries: QueryRunner;
}

export function openBulkJobs(org: Org, faults: FaultList, usage: DailyUsage): BulkJobs {
  const jobs = openJobStore(org.store);
  return {
    jobs,
    runner: createIngestRunner(org, jobs, faults, usage),
    queries: createQueryRunner(org, jobs, usage),
  };
}
