package io.quantong.portal;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What a government site says of itself in its foot; a blank value is not shown.
 *
 * @param city whose platform this is
 * @param organiser 主办单位
 * @param undertaker 承办单位
 * @param phone for help
 * @param siteCode 网站标识码
 * @param icp ICP 备案号
 * @param police 公安备案号
 */
@ConfigurationProperties("quantong.site")
record SiteSettings(
    @DefaultValue("") String city,
    @DefaultValue("") String organiser,
    @DefaultValue("") String undertaker,
    @DefaultValue("") String phone,
    @DefaultValue("") String siteCode,
    @DefaultValue("") String icp,
    @DefaultValue("") String police) {}
