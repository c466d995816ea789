import { totalmem } from 'node:os';
import type { ClusterFolder } from './cluster-folder.js';

/** `lasting`: nothing acknowledged is ever lost. `passing`: for tests, where speed counts and the data does not. */
export type Durability = 'lasting' | 'passing';

/** Bytes of memory this process may use: a container may allow less than the machine has. */
function usableMemory(): number {
  const allowed = process.constrainedMemory();
  return allowed > 0 ? Math.min(allowed, totalmem()) : totalmem();
}

const megabyte = 1024 * 1024;

/**
 * The settings of an embedded server, given at every start so that they follow the machine and this version.
 * The log never shows statements or details, for these hold what residents wrote.
 */
export function settingsOf(
  folder: ClusterFolder,
  durability: Durability,
  memory = usableMemory(),
): Record<string, string> {
  const buffers = Math.max(32, Math.min(256, Math.floor(memory / megabyte / 16)));
  return {
    cluster_name: folder.clusterName,
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    password_encryption: 'scram-sha-256',
    shared_buffers: `${buffers}MB`,
    effective_cache_size: `${Math.max(64, Math.floor(memory / megabyte / 3))}MB`,
    work_mem: '8MB',
    maintenance_work_mem: '64MB',
    max_wal_size: '512MB',
    min_wal_size: '80MB',
    checkpoint_completion_target: '0.9',
    random_page_cost: '1.1',
    jit: 'off',
    timezone: 'UTC',
    log_timezone: 'UTC',
    lc_messages: 'C',
    logging_collector: 'off',
    log_destination: 'stderr',
    log_min_messages: 'warning',
    log_min_error_statement: 'panic',
    log_error_verbosity: 'terse',
    log_statement: 'none',
    log_checkpoints: 'off',
    wal_level: 'replica',
    ...(durability === 'lasting' ? lasting : passing),
  };
}

const lasting: Record<string, string> = {
  max_connections: '100',
  fsync: 'on',
  full_page_writes: 'on',
  synchronous_commit: 'on',
};

const passing: Record<string, string> = {
  max_connections: '200',
  fsync: 'off',
  full_page_writes: 'off',
  synchronous_commit: 'off',
};
