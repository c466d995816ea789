import { Public } from '@manabi/kit/column';
import { type Connection, type Edge, connection } from '@manabi/kit/connection/connection';
import { connectionType, paged } from '@manabi/kit/connection/connection-type';
import { readCursor, writeCursor } from '@manabi/kit/connection/cursor';
import { PageArguments, pageSize } from '@manabi/kit/connection/page-arguments';
import type { Context } from '@manabi/kit/context';
import { Arg, Args, Ctx, Directive, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { z } from 'zod';

import { Department } from '../department/department.stub.js';
import { SportsClass } from '../sports-class/sports-class.entity.js';
import { sportsClassById } from '../sports-class/sports-class.loader.js';
import { HealthMenu } from './health-menu.entity.js';
import { healthMenuById, menusOfClass } from './health-menu.loader.js';
import { healthMenusAfter } from './health-menu.repository.js';

const HealthMenuConnection = connectionType('HealthMenu', HealthMenu, '健康づくりスポーツメニュー');

/** Answers what is asked of health menus. */
@Resolver(() => HealthMenu)
export class HealthMenuResolver {
  @Public()
  @Directive('@listSize(assumedSize: 3)')
  @FieldResolver(() => [Department], {
    nullable: 'itemsAndList',
    description: 'Who made it together (共同で開発した部署).',
  })
  developedBy(@Root() { departmentCodes }: HealthMenu): Department[] {
    return departmentCodes.map((code) => ({ code }));
  }

  @Public()
  @Directive('@listSize(assumedSize: 3)')
  @FieldResolver(() => [SportsClass], {
    nullable: 'itemsAndList',
    description: 'Classes in which it is practised (取り入れている教室).',
  })
  classes(
    @Root() { classIds }: HealthMenu,
    @Ctx() { loaders }: Context,
  ): Promise<(SportsClass | null)[]> {
    return Promise.all(classIds.map((id) => loaders.of(sportsClassById).load(id)));
  }

  @Public()
  @Query(() => HealthMenu, { nullable: true, description: 'A menu by its id (健康メニュー).' })
  healthMenu(
    @Arg('id', () => ID, { description: 'Its id (識別子).' }) id: string,
    @Ctx() { loaders }: Context,
  ): Promise<HealthMenu | null> {
    return loaders.of(healthMenuById).load(id);
  }

  @Public()
  @Directive(paged)
  @Query(() => HealthMenuConnection, {
    nullable: true,
    description: 'Exercises made by sports and health together (健康づくりスポーツメニューの一覧).',
  })
  async healthMenus(
    @Args(() => PageArguments) page: PageArguments,
    @Ctx() { em }: Context,
  ): Promise<Connection<Edge<HealthMenu>>> {
    const size = pageSize(page);
    const [after] = page.after ? readCursor(page.after, z.tuple([z.string().max(200)])) : [null];
    const rows = await healthMenusAfter(em, { after, limit: size + 1 });
    return connection(rows, { size, after: page.after }, (node) => ({
      cursor: writeCursor([node.id]),
      node,
    }));
  }
}

/** Gives a class the menus that are practised in it. */
@Resolver(() => SportsClass)
export class SportsClassMenuResolver {
  @Public()
  @Directive('@listSize(assumedSize: 3)')
  @FieldResolver(() => [HealthMenu], {
    nullable: true,
    description: 'Health menus that are practised in it (健康づくりスポーツメニュー).',
  })
  async healthMenus(
    @Root() { id }: SportsClass,
    @Ctx() { loaders }: Context,
  ): Promise<HealthMenu[]> {
    return (await loaders.of(menusOfClass).load(id)).map(({ menu }) => menu);
  }
}

/** What a reference to a health menu means. */
export const healthMenuReference = (
  { id }: { id: string },
  { loaders }: Context,
): Promise<HealthMenu | null> => loaders.of(healthMenuById).load(id);
