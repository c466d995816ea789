import { Public } from '@manabi/kit/column';
import { type Connection, type Edge, connection } from '@manabi/kit/connection/connection';
import { pageOf, paged } from '@manabi/kit/connection/connection-type';
import { PageArguments } from '@manabi/kit/connection/page-arguments';
import type { Context } from '@manabi/kit/context';
import { Args, Ctx, Directive, FieldResolver, Resolver, Root } from 'type-graphql';

import { CulturalProperty } from '../cultural-property/cultural-property.stub.js';
import type { DigitalItem } from '../digital-item/digital-item.entity.js';
import { itemsOfProperty } from '../digital-item/digital-item.loader.js';
import { DigitalItemConnection } from '../digital-item/digital-item.resolver.js';
import { Title } from '../title/title.entity.js';
import { TitleConnection } from '../title/title.resolver.js';
import { LocalMaterials } from './local-materials.entity.js';
import { titlesOfProperty } from './local-materials.loader.js';

/** Gives a cultural property what the library has of it. */
@Resolver(() => CulturalProperty)
export class CulturalPropertyMaterialsResolver {
  @Public()
  @FieldResolver(() => LocalMaterials, {
    nullable: true,
    description: 'Titles and digitised items that show or tell of it (関連する地域資料).',
  })
  localMaterials(@Root() { code }: CulturalProperty): LocalMaterials {
    return { code };
  }
}

/** Answers the lists of what the library has of a cultural property. */
@Resolver(() => LocalMaterials)
export class LocalMaterialsResolver {
  @Public()
  @Directive(paged)
  @FieldResolver(() => TitleConnection, {
    nullable: true,
    description: 'Titles of the catalogue, newest first (地域資料・図書).',
  })
  async titles(
    @Root() { code }: LocalMaterials,
    @Args(() => PageArguments) page: PageArguments,
    @Ctx() { loaders }: Context,
  ): Promise<Connection<Edge<Title>>> {
    const wanted = pageOf(code, page);
    const rows = await loaders.of(titlesOfProperty).load(wanted);
    return connection(rows, wanted, ({ cursor, node }) => ({ cursor, node }));
  }

  @Public()
  @Directive(paged)
  @FieldResolver(() => DigitalItemConnection, {
    nullable: true,
    description: 'Digitised items, oldest first (デジタル化資料).',
  })
  async digitalItems(
    @Root() { code }: LocalMaterials,
    @Args(() => PageArguments) page: PageArguments,
    @Ctx() { loaders }: Context,
  ): Promise<Connection<Edge<DigitalItem>>> {
    const wanted = pageOf(code, page);
    const rows = await loaders.of(itemsOfProperty).load(wanted);
    return connection(rows, wanted, ({ cursor, node }) => ({ cursor, node }));
  }
}

/** Gives a title the cultural properties that it tells of. */
@Resolver(() => Title)
export class TitleCulturalPropertyResolver {
  @Public()
  @Directive('@listSize(assumedSize: 2)')
  @FieldResolver(() => [CulturalProperty], {
    nullable: 'itemsAndList',
    description: 'The cultural properties that it tells of (関連する文化財).',
  })
  culturalProperties(@Root() { heritageCodes }: Title): CulturalProperty[] {
    return (heritageCodes ?? []).map((code) => ({ code }));
  }
}

/** What a reference to a cultural property means: the property itself, to which fields are added. */
export const culturalPropertyReference = ({ code }: { code: string }): CulturalProperty => ({
  code,
});
